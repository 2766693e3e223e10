// What pdfjs-dist looks for when it is loaded. It draws nothing here, so nothing of it is ever used.
export class DOMMatrix {}
export class ImageData {}
export class Path2D {}
