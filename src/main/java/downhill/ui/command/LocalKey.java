package downhill.ui.command;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys that mean something where the focus is, and there go before those of the window. */
public enum LocalKey {
    /** Pressed and released alone. */
    MENUS(Place.WINDOW, "help.menus", "Alt"),
    /** Out of what is open or on: a sheet, the lecture. */
    LEAVE(Place.WINDOW, "help.leave", key(KeyCode.ESCAPE)),
    /** A cursor on a chart that Tab came to; a solid turns. */
    CURSOR(Place.CHART, "help.cursor", arrows()),
    /** What is shown moves. */
    PAN(Place.CHART, "help.pan", arrows(SHIFT_DOWN)),
    /** Nearer. */
    NEARER(Place.CHART, "help.nearer", key(KeyCode.PLUS), key(KeyCode.EQUALS), key(KeyCode.ADD)),
    /** Farther. */
    FARTHER(Place.CHART, "help.farther", key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
    /** The start of a walk, where the cursor is. */
    CHOOSE(Place.CHART, "help.choose", key(KeyCode.ENTER)),
    /** On parallel axes the part that is brushed begins where the cursor is. */
    BRUSH_LOW(Place.CHART, "help.brush.low", key(KeyCode.OPEN_BRACKET)),
    /** It ends there. */
    BRUSH_HIGH(Place.CHART, "help.brush.high", key(KeyCode.CLOSE_BRACKET)),
    /** To the first step. */
    FIRST_STEP(Place.TIME_LINE, "help.first", key(KeyCode.HOME)),
    /** To the last step there is. */
    LAST_STEP(Place.TIME_LINE, "help.last", key(KeyCode.END)),
    /** A hundredth of the budget on. */
    HUNDREDTH_ON(Place.TIME_LINE, "help.on", key(KeyCode.PAGE_UP)),
    /** A hundredth of the budget back. */
    HUNDREDTH_BACK(Place.TIME_LINE, "help.back", key(KeyCode.PAGE_DOWN)),
    /** To the remark before. */
    REMARK_BEFORE(Place.TIME_LINE, "help.remark.before", key(KeyCode.LEFT, SHORTCUT_DOWN)),
    /** To the remark behind. */
    REMARK_AFTER(Place.TIME_LINE, "help.remark.after", key(KeyCode.RIGHT, SHORTCUT_DOWN)),
    /** The contender of the row is edited. */
    EDIT(Place.CONTENDERS, "contenders.edit", key(KeyCode.ENTER)),
    /** Its name is edited. */
    RENAME(Place.CONTENDERS, "contenders.rename", key(KeyCode.F2)),
    /** It leaves the race. */
    REMOVE(Place.CONTENDERS, "contenders.remove", key(KeyCode.DELETE), key(KeyCode.BACK_SPACE)),
    /** One place up. */
    UP(Place.CONTENDERS, "contenders.up", key(KeyCode.UP, ALT_DOWN)),
    /** One place down. */
    DOWN(Place.CONTENDERS, "contenders.down", key(KeyCode.DOWN, ALT_DOWN)),
    /** To the row above. */
    ROW_ABOVE(Place.CONTENDERS, "help.row.above", key(KeyCode.UP)),
    /** To the row below. */
    ROW_BELOW(Place.CONTENDERS, "help.row.below", key(KeyCode.DOWN)),
    /** One place nearer to the first. */
    EARLIER(Place.PANELS, "help.panel.earlier", key(KeyCode.LEFT, ALT_DOWN), key(KeyCode.UP, ALT_DOWN)),
    /** One place nearer to the last. */
    LATER(Place.PANELS, "help.panel.later", key(KeyCode.RIGHT, ALT_DOWN), key(KeyCode.DOWN, ALT_DOWN)),
    /** Sorted by the next column, after the last by none. */
    SORT(Place.TABLE, "help.sort", key(KeyCode.O)),
    /** The other way round. */
    SORT_BACK(Place.TABLE, "help.sort.back", key(KeyCode.O, SHIFT_DOWN));

    private final Place place;
    private final String key;
    private final String text;
    private final List<KeyCombination> keys;

    LocalKey(Place place, String key, KeyCombination... keys) {
        this(place, key, KeyText.of(List.of(keys)), keys);
    }

    LocalKey(Place place, String key, String text, KeyCombination... keys) {
        this.place = place;
        this.key = key;
        this.text = text;
        this.keys = List.of(keys);
    }

    /** Where the focus is. */
    public Place place() {
        return place;
    }

    /** Message key of what it does. */
    public String key() {
        return key;
    }

    /** The keys as a person reads them. */
    public String text() {
        return text;
    }

    /** The combinations; none for a modifier pressed alone. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** Whether {@code event} is one of them. */
    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }

    private static KeyCombination key(KeyCode code, KeyCombination.Modifier... held) {
        return new KeyCodeCombination(code, held);
    }

    private static KeyCombination[] arrows(KeyCombination.Modifier... held) {
        return Arrays.stream(new KeyCode[] {KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN}).map(code -> key(code, held))
                .toArray(KeyCombination[]::new);
    }
}
