// The compiler asks for this name in development.
export * from './jsx-runtime';
