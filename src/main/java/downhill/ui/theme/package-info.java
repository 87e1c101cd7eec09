/** Colours, fonts and style sheets of the window. */
package downhill.ui.theme;
