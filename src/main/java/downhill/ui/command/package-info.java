/**
 * What a person can do in the window, each thing declared once. Menus, keys, the sheet of keys, the palette (Ctrl+K) and the buttons
 * that do the same follow from a {@link downhill.ui.command.Command}; {@link downhill.ui.command.CommandTable} holds them all.
 */
package downhill.ui.command;
