/** The nine marks, on 24 units, filled, by the code that the fields of activity carry; `open` is the field that waits for somebody, `story` is a story of good practice. */
export const MARKS: Readonly<Record<string, string>> = {
  food: '<path d="M2 11h20a10 10 0 0 1-20 0z"/><circle cx="12" cy="5" r="3.2"/>',
  craft:
    '<path fill-rule="evenodd" d="M12 1 23 12 12 23 1 12zM12 7.2 7.2 12 12 16.8 16.8 12z"/><path d="M12 9.8 14.2 12 12 14.2 9.8 12z"/>',
  land: '<path d="M11 23V13A10 10 0 0 1 1 3h0a10 10 0 0 1 10 10zM13 23V13A10 10 0 0 1 23 3a10 10 0 0 1-10 10z"/><path d="M11 12h2v11h-2z"/>',
  work: '<path d="M2 22V16h5v-5h5V6h5V2h5v20z"/>',
  loop: '<path fill-rule="evenodd" d="M12 2a10 10 0 1 0 10 10h-5.5A4.5 4.5 0 1 1 12 7.5z"/><path d="M13.5 2H22v8.5h-5.2V7.2h-3.3z"/>',
  trade:
    '<path d="M2 3h20v7a3.33 3.33 0 0 1-6.66 0 3.33 3.33 0 0 1-6.67 0A3.33 3.33 0 0 1 2 10z"/><path d="M4 15h16v6H4z"/>',
  care: '<path d="M10.5 2v20a10 10 0 0 1 0-20z"/><path d="M13.5 2a10 10 0 0 1 0 20z"/>',
  stay: '<path fill-rule="evenodd" d="M12 2 23 12h-3v10H4V12H1zM9 22h6v-6a3 3 0 0 0-6 0z"/>',
  sun: '<circle cx="12" cy="12" r="5"/><path d="M10.8 1h2.4v4h-2.4zM10.8 19h2.4v4h-2.4zM1 10.8h4v2.4H1zM19 10.8h4v2.4h-4zM3.4 5.1 5.1 3.4 7.9 6.2 6.2 7.9zM16.1 17.8l1.7-1.7 2.8 2.8-1.7 1.7zM3.4 18.9l2.8-2.8 1.7 1.7-2.8 2.8zM16.1 6.2l2.8-2.8 1.7 1.7-2.8 2.8z"/>',
  story: '<path fill-rule="evenodd" d="M2 3h20v14H12l-6 5v-5H2zM6 7h12v2H6zM6 11h8v2H6z"/>',
  open: '<path d="M10.7 3h2.6v18h-2.6z"/><path d="M3 10.7h18v2.6H3z"/>',
};

/** The marks as symbols of one sprite, `#m-food` and so on; it stands once in every page. */
export const MARK_SYMBOLS = Object.entries(MARKS)
  .map(([name, shape]) => `<symbol id="m-${name}" viewBox="0 0 24 24">${shape}</symbol>`)
  .join('');
