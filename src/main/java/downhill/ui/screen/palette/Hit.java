package downhill.ui.screen.palette;

import downhill.ui.command.Command;
import java.util.BitSet;

/**
 * A line of the palette.
 *
 * @param group the words of its menu
 * @param marks places of the letters in its words that were typed
 * @param score how well it fits
 */
record Hit(Command command, String group, BitSet marks, int score) {
}
