package downhill.ui.robot;

import downhill.ui.command.Command;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** What comes to mind next, at random: only what the window offers now. */
final class Whims {
    /** Sizes that a window may have, the smallest first. */
    static final List<int[]> SIZES = List.of(new int[] {1100, 700}, new int[] {1440, 900}, new int[] {1920, 1080});
    private static final int SHEET_AGE = 12;
    private static final List<String> KEYS = List.of("SPACE", "SPACE", "SPACE", "RIGHT", "LEFT", "SHIFT+RIGHT", "SHIFT+LEFT", "F", "F",
            "B", "T", "R", "L", "V", "J", "SHIFT+J", "A", "S", "COMMA", "PERIOD", "DIGIT0", "ESCAPE", "ESCAPE", "ENTER", "TAB",
            "SHIFT+TAB", "UP", "DOWN", "HOME", "END", "PAGE_UP", "PAGE_DOWN", "DELETE", "BACK_SPACE", "F1", "F6", "F7", "F8", "F9", "F10",
            "F11", "PLUS", "MINUS");
    private static final String HELD = "SODMTUKPEGCZAV12345678";
    private static final List<String> TEXTS = List.of("", " ", "abc", "-1", "0", "1", "2", "3", "5", "7", "0.9", "0.5", "0,5", "1e308",
            "-1e308", "NaN", "Infinity", "1e-320", "1 000", "99999999999999999999", "2147483648", "-0", "0x10", "1e3", "<b>&amp;",
            "sin(x)/0", "x^x^x^y", "x^2+y^2", "sqrt(-x)", "((((((((", "8, x, -3", "4, 4", "16", "../../etc", "%s%d%n", "1.0000001",
            "log(x)", "1/0", "a very long name that does not fit anywhere and goes on and on and on and on", "损失", "\u202Eabc", "💩",
            "0.05", "0.3", "20", "100", "500");

    private final Shaken open;
    private final Targets targets;
    private final Random random;
    private int sheetAge;

    Whims(Shaken open, Targets targets, long seed) {
        this.open = open;
        this.targets = targets;
        this.random = new Random(seed);
    }

    Deed next() {
        return FxToolkit.call(this::choose);
    }

    private Deed choose() {
        sheetAge = open.window.sheets().isVisible() ? sheetAge + 1 : 0;
        if (sheetAge > SHEET_AGE && random.nextInt(3) == 0) {
            return Deed.of("key", "ESCAPE");
        }
        int dice = random.nextInt(100);
        if (dice < 18) {
            return Deed.of("key", one(KEYS));
        }
        if (dice < 24) {
            return Deed.of("key", "CONTROL+" + (random.nextInt(5) == 0 ? "SHIFT+" : "") + held());
        }
        if (dice < 32) {
            return command();
        }
        return dice < 44 ? around(dice) : touch();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String held() {
        char key = HELD.charAt(random.nextInt(HELD.length()));
        return Character.isDigit(key) ? "DIGIT" + key : String.valueOf(key);
    }

    /** What concerns the window as a whole. */
    private Deed around(int dice) {
        int[] size = one(SIZES);
        return switch (dice) {
            case 32, 33 -> Deed.of("frames", 1 + random.nextInt(20));
            case 34 -> Deed.of("rest");
            case 35 -> Deed.of("size", size[0], size[1]);
            case 36 -> Deed.of("size", 1100 + random.nextInt(900), 700 + random.nextInt(400));
            case 37 -> Deed.of("language", one(List.of(Language.values())));
            case 38, 39 -> Deed.of("picks", random.nextInt(4) == 0 ? Belongings.NONE : one(open.files.names()));
            case 40, 41 -> Deed.of("open", one(open.files.names()));
            case 42 -> Deed.of("seek", fraction());
            default -> random.nextInt(4) == 0 ? Deed.of("close") : Deed.of("speed", one(List.of("20", "150", "5000", "Infinity")));
        };
    }

    private Deed command() {
        if (open.window.sheets().isVisible()) {
            return Deed.of("key", "ESCAPE");
        }
        Command command = one(open.window.table().commands().toList());
        return command.isEnabled() ? Deed.of("command", command.id()) : Deed.of("frames", 1);
    }

    /** Each kind is as likely as its weight, however many there are of it. */
    private Deed touch() {
        Map<Targets.Kind, List<Node>> kinds = targets.all().stream()
                .collect(Collectors.groupingBy(Targets::kind, () -> new EnumMap<>(Targets.Kind.class), Collectors.toList()));
        if (kinds.isEmpty()) {
            return Deed.of("key", "ESCAPE");
        }
        List<Targets.Kind> weighed = kinds.keySet().stream().flatMap(kind -> java.util.Collections.nCopies(weight(kind), kind).stream())
                .toList();
        Targets.Kind kind = one(weighed);
        return touch(kind, one(kinds.get(kind)));
    }

    private static int weight(Targets.Kind kind) {
        return switch (kind) {
            case POPUP -> 10;
            case BUTTON -> 8;
            case TEXT -> 5;
            default -> 3;
        };
    }

    private Deed touch(Targets.Kind kind, Node node) {
        String name = targets.name(node);
        return switch (kind) {
            case TEXT -> Deed.of("type", name, one(TEXTS), one(List.of("ENTER", "ENTER", "TAB", "")));
            case COMBO -> node instanceof ComboBox && random.nextInt(3) > 0 ? Deed.of("choose", name, random.nextInt(100))
                    : click(name, 1, "PRIMARY");
            case SLIDER -> random.nextBoolean() ? Deed.of("slide", name, fraction()) : drag(name);
            case CHART, LINE -> picture(name);
            case DIVIDER -> drag(name);
            case BUTTON -> random.nextInt(3) == 0 ? Deed.of("press", name) : click(name, random.nextInt(6) == 0 ? 2 : 1, "PRIMARY");
            default -> click(name, 1 + random.nextInt(2), random.nextInt(6) == 0 ? "SECONDARY" : "PRIMARY");
        };
    }

    private Deed picture(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> drag(name);
            case 1 -> Deed.of("scroll", name, random.nextInt(21) - 10);
            default -> Deed.of("click", name, fraction(), fraction(), random.nextInt(4) == 0 ? "SECONDARY" : "PRIMARY",
                    1 + random.nextInt(2));
        };
    }

    private static Deed click(String name, int times, String button) {
        return Deed.of("click", name, "0.5", "0.5", button, times);
    }

    private Deed drag(String name) {
        return Deed.of("drag", name, fraction(), fraction(), fraction(), fraction());
    }

    /** Ends are as likely as they are interesting. */
    private String fraction() {
        return random.nextInt(10) == 0 ? String.valueOf(random.nextInt(2)) : String.format(Locale.ROOT, "%.3f", random.nextDouble());
    }
}
