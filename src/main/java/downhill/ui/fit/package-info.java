/** What the models of a race say about their data, for all views that show it: one worker, newest state wins. */
package downhill.ui.fit;
