/** Traditional forms that have one simplified form only, of those that official papers use most. */
export const traditionalForms =
  '設備關於應該說話國際實現發經濟處領導題訊組織員會機構業務學習農書記長門問開閉點過還進運選達遠違連遲適邊鄉醫療險費資產貿貨賠質購銷銀錢鐵錄鎮陽陰階隊隨隱雙難電靈頁項順須預頒頭額類顯風飛飯養館馬驗體鳥麥黃齊'

/** All characters that may be damage; the private use area comes on top of them. */
export const damagedCharacters = `\uFFFD锟烫□■▯?${traditionalForms}`
