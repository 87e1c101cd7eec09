package downhill.ui.screen.deploy;

import downhill.compress.FormSettings;
import downhill.compress.FormWish;
import downhill.compress.PruneBy;
import downhill.compress.SmallForm;
import downhill.model.TrainedModel;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.Arrays;
import java.util.Locale;

/** Forms of a model, in words. */
final class FormWords {
    private static final double KILO = 1000;
    private static final double MEGA = 1e6;
    private static final double HUNDRED = 100;
    private static final String NETWORK = "mlp:";
    private static final int DIGITS = 3;
    /** Colours of the palette, by what is done. */
    private static final int WHOLE = 0;
    private static final int PRUNED = 1;
    private static final int TAUGHT = 2;
    private static final int BOTH = 3;
    private static final int NUMBERS = 4;
    private static final int MEAN = 5;

    private FormWords() {
    }

    /** What it is called; the model itself where {@code wish} is null. */
    static String name(FormWish wish) {
        if (wish == null) {
            return Messages.text("deploy.name.whole");
        }
        String numbers = wish.form() == null ? "" : Messages.text("deploy.name." + key(wish.form()));
        String first = first(wish);
        if (first.isEmpty()) {
            return numbers;
        }
        return numbers.isEmpty() ? first : Messages.text("deploy.name.both", first, numbers);
    }

    private static String first(FormWish wish) {
        return switch (wish.kind()) {
            case WHOLE -> "";
            case PRUNE -> Messages.text("deploy.name.prune." + key(wish.by()), Numbers.percent(Numbers.plain(HUNDRED * wish.share())));
            case DISTIL -> Messages.text("deploy.name.distil", student(wish));
            case AVERAGE -> Messages.text("deploy.name.average");
        };
    }

    /** Of a network its hidden sizes alone. */
    private static String student(FormWish wish) {
        return wish.student().startsWith(NETWORK) ? wish.student().substring(NETWORK.length()).replace(",", "–") : wish.student();
    }

    /** What is done, in a word. */
    static String kind(FormWish.Kind kind) {
        return Spoken.text(FormSettings.KIND.named(kind));
    }

    /** How it is done, in a line. */
    static String settings(FormWish wish) {
        String numbers = wish.form() == null ? "" : form(wish.form());
        String first = switch (wish.kind()) {
            case WHOLE -> "";
            case PRUNE -> pruned(wish);
            case DISTIL -> Messages.text("deploy.settings.distil", student(wish), Numbers.count(wish.steps()));
            case AVERAGE -> Messages.text("deploy.settings.average", Numbers.count(wish.steps()));
        };
        if (first.isEmpty()) {
            return numbers;
        }
        return numbers.isEmpty() ? first : Messages.text("deploy.name.both", first, Messages.text("deploy.name." + key(wish.form())));
    }

    private static String pruned(FormWish wish) {
        String share = Numbers.percent(Numbers.plain(HUNDRED * wish.share()));
        boolean usual = wish.by().equals(FormSettings.BY.usual());
        String taken = usual ? share : Messages.text("deploy.settings.prune", share, by(wish.by()));
        return wish.steps() == 0 ? taken : Messages.text("deploy.settings.tuned", taken, Numbers.count(wish.steps()));
    }

    static String by(PruneBy by) {
        return Spoken.text(FormSettings.BY.named(by));
    }

    static String form(SmallForm form) {
        return form == null ? Messages.text("deploy.form.none") : Spoken.text(FormSettings.FORM.named(form));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The colour of a form's disc. */
    static int style(FormWish wish) {
        if (wish == null) {
            return WHOLE;
        }
        if (wish.form() != null && wish.kind() != FormWish.Kind.WHOLE) {
            return BOTH;
        }
        return switch (wish.kind()) {
            case WHOLE -> NUMBERS;
            case PRUNE -> PRUNED;
            case DISTIL -> TAUGHT;
            case AVERAGE -> MEAN;
        };
    }

    /** Such as 10.5 kB. */
    static String bytes(long bytes) {
        if (bytes < KILO) {
            return Messages.text("deploy.bytes", Numbers.count(bytes));
        }
        return bytes < MEGA ? Messages.text("deploy.kilobytes", Numbers.significant(bytes / KILO, DIGITS))
                : Messages.text("deploy.megabytes", Numbers.significant(bytes / MEGA, DIGITS));
    }

    /** Microseconds. */
    static String micros(double micros) {
        return Messages.text("deploy.micros", Numbers.significant(micros, 2));
    }

    /** A score. */
    static String score(double value) {
        return Double.isNaN(value) ? "–" : Numbers.significant(value, DIGITS);
    }

    /** Numbers that are not 0. */
    static long nonZero(TrainedModel model) {
        return Arrays.stream(model.parameters()).filter(each -> each != 0).count();
    }
}
