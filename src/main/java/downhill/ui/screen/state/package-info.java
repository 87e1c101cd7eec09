/** What the chosen contender's optimizer has in its memory, and how large its steps are. */
package downhill.ui.screen.state;
