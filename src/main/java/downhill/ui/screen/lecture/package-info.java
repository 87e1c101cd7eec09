/** Tells in a sentence what the last step did. */
package downhill.ui.screen.lecture;
