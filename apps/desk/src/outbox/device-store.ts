/** What is kept on the device beyond a reload, files among it. */
type Shelf = 'letters' | 'files'

const SHELVES: readonly Shelf[] = ['letters', 'files']

let opened: Promise<IDBDatabase> | null = null

/** Everything on a shelf, in the order of its keys. */
export function allOf<Item>(shelf: Shelf): Promise<readonly Item[]> {
  return onShelf(shelf, 'readonly', (store) => store.getAll() as IDBRequest<Item[]>)
}

/** What lies under a key. */
export function takeFrom<Item>(shelf: Shelf, key: string): Promise<Item | undefined> {
  return onShelf(shelf, 'readonly', (store) => store.get(key) as IDBRequest<Item | undefined>)
}

/** Puts something under its `id`, in the place of what lay there. */
export async function putOn<Item extends { readonly id: string }>(shelf: Shelf, item: Item): Promise<void> {
  await onShelf(shelf, 'readwrite', (store) => store.put(item))
}

/** Throws away what lies under a key. */
export async function dropFrom(shelf: Shelf, key: string): Promise<void> {
  await onShelf(shelf, 'readwrite', (store) => store.delete(key))
}

async function onShelf<Answer>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  opened ??= openDatabase()
  const database = await opened
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode)
    const request = ask(transaction.objectStore(shelf))
    // Only what the device has written for good counts as kept.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('luoshi', 1)
    request.onupgradeneeded = () => {
      for (const shelf of SHELVES) request.result.createObjectStore(shelf, { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
