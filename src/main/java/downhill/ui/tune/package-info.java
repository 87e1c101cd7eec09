/** A search for settings in the window: what is searched, the search as it runs, and what of its trials is chosen; no nodes. */
package downhill.ui.tune;
