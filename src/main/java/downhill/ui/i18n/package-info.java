/** The window's words in two languages, and its numbers. */
package downhill.ui.i18n;
