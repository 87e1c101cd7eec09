/** A view that a dry run adds. */
package downhill.ui.screen.toy;
