import library from 'fontoxpath';

/** The library; Node sees its default export only, which bundlers see too. */
export const fontoxpath: typeof library = library;
