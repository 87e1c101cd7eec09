/** The small panels below a large view, one for each contender. */
package downhill.ui.screen.multiples;
