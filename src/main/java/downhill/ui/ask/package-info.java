/** Rows typed in by hand, put through the contenders' models or a saved one; saving a model. */
package downhill.ui.ask;
