package downhill.ui.screen.scoring;

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
 * @param prediction the class or number; empty where there is none
 * @param shares     the classes with their probabilities, in the model's order, the most probable ones of many; empty in regression
 * @param reason     why there is no prediction; empty where there is one
 */
record Answer(AskedModel from, String prediction, List<Share> shares, String reason) {
    private static final int MOST = 10;

    /** A class and its probability. */
    record Share(String name, double probability) {
    }

    static Answer of(AskedModel from, Scores scores) {
        if (scores.count() == 0) {
            return new Answer(from, "", List.of(), scores.rows().unscored().isEmpty() ? ""
                    : Spoken.text(scores.rows().unscored().get(0).reason()));
        }
        String prediction = scores.prediction(0);
        if (prediction == null) {
            return new Answer(from, "", List.of(), Messages.text("scoring.notFinite"));
        }
        if (scores.probabilities() == null) {
            String said = scores.preprocessing().predictsDates() ? prediction.replace('T', ' ')
                    : Numbers.significant(scores.values()[0], 5);
            return new Answer(from, said, List.of(), "");
        }
        List<Share> shares = new ArrayList<>();
        for (int k = 0; k < scores.classes().size(); k++) {
            shares.add(new Share(scores.classes().get(k), scores.probabilities().of(0, k)));
        }
        if (shares.size() > MOST) {
            shares = shares.stream().sorted(Comparator.comparingDouble(Share::probability).reversed()).limit(MOST).toList();
        }
        return new Answer(from, prediction, List.copyOf(shares), "");
    }

    static Answer none(AskedModel from, String reason) {
        return new Answer(from, "", List.of(), reason);
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
