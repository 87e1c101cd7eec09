/** Where two parameters go. */
package downhill.ui.screen.parameters;
