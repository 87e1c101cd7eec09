package downhill.ui.ask;

import downhill.analysis.predict.Scores;
import downhill.data.Visible;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model says about what was typed in.
 *
 * @param from       who says it
 * @param prediction the class, number or date; empty where there is none
 * @param value      the number, or the days of the date; NaN where it is none
 * @param shares     the classes with their probabilities, in the model's order, the most probable ones of many; empty in regression
 * @param others     how many classes less probable than those shown there are
 * @param reason     why there is no prediction; empty where there is one
 */
record Answer(AskedModel from, String prediction, double value, List<Share> shares, int others, String reason) {
    /** Of a number. */
    static final int DIGITS = 5;
    /** So many classes are all shown. */
    private static final int ALL = 4;

    /** A class and its probability. */
    record Share(String name, double probability) {
    }

    /** @param most of many classes that are shown */
    static Answer of(AskedModel from, Scores scores, int most) {
        if (scores.count() == 0) {
            return none(from, scores.rows().unscored().isEmpty() ? ""
                    : Spoken.text(scores.rows().unscored().get(0).reason()));
        }
        String prediction = scores.prediction(0);
        if (prediction == null) {
            return none(from, Messages.text("scoring.notFinite"));
        }
        if (scores.probabilities() == null) {
            String said = scores.preprocessing().predictsDates() ? prediction.replace('T', ' ')
                    : Numbers.significant(scores.values()[0], DIGITS);
            return new Answer(from, said, scores.values()[0], List.of(), 0, "");
        }
        List<Share> shares = new ArrayList<>();
        for (int k = 0; k < scores.classes().size(); k++) {
            shares.add(new Share(scores.classes().get(k), scores.probabilities().of(0, k)));
        }
        return new Answer(from, prediction, Double.NaN, some(shares, most), Math.max(0, shares.size() - shown(shares, most)), "");
    }

    private static int shown(List<Share> shares, int most) {
        return shares.size() <= ALL ? shares.size() : Math.min(most, shares.size());
    }

    private static List<Share> some(List<Share> shares, int most) {
        int shown = shown(shares, most);
        return shown == shares.size() ? List.copyOf(shares)
                : shares.stream().sorted(Comparator.comparingDouble(Share::probability).reversed()).limit(shown).toList();
    }

    static Answer none(AskedModel from) {
        return none(from, from.absent());
    }

    private static Answer none(AskedModel from, String reason) {
        return new Answer(from, "", Double.NaN, List.of(), 0, reason);
    }

    /** What all classes that are not shown are given together. */
    double rest() {
        return Math.max(0, 1 - shares.stream().mapToDouble(Share::probability).sum());
    }

    /** All of it in one sentence, to be read out. */
    String words() {
        return Visible.line(plainWords());
    }

    private String plainWords() {
        if (prediction.isEmpty()) {
            return from.name() + ": " + reason;
        }
        return from.name() + ": " + prediction + (shares.isEmpty() ? "" : " ("
                + shares.stream().map(share -> share.name() + " " + Numbers.percent(share.probability()))
                        .collect(Collectors.joining(", ")) + ")");
    }
}
