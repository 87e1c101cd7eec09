package downhill.ui.screen.tune;

import downhill.race.RaceOptions;
import downhill.race.document.EvaluationSpec;
import downhill.setting.Chosen;
import downhill.study.FoldChoice;
import downhill.study.StudySettings;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.ValueRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.i18n.Term;
import downhill.ui.tune.TuneBase;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TunePlace;
import downhill.ui.tune.TunePlan;
import javafx.scene.layout.VBox;

/** How it is searched, in a few lines. */
final class SearchCard {
    private final TuneModel model;
    private final Card card;
    private final Subscriptions attached = new Subscriptions();

    SearchCard(TuneModel model, TuneCommands commands) {
        this.model = model;
        card = new Card(Messages.binding("tune.search"));
        card.actions(CommandButton.link("tune.automl.short", commands.of(TuneDeed.AUTOML)),
                CommandButton.link("tune.place.short", commands.of(TuneDeed.PLACE)),
                CommandButton.link("tune.search.edit", commands.of(TuneDeed.SEARCH)));
        card.setId("tune-search");
        attached.listen(model.planProperty(), now -> show());
        attached.listen(model.placeProperty(), now -> show());
        attached.listen(model.costProperty(), now -> show());
        attached.listen(model.session().experimentProperty(), now -> show());
        attached.listen(model.session().dataProperty(), now -> show());
        attached.listen(model.session().selection().contenderProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    Card node() {
        return card;
    }

    void dispose() {
        attached.dispose();
    }

    private void show() {
        TunePlan plan = model.planProperty().get();
        Chosen chosen = plan.chosen();
        TuneBase base = TuneBase.of(model.session());
        VBox rows = new VBox(row("tune.aim", aim(base, chosen)),
                row("tune.sampler", Spoken.text(StudySettings.SAMPLER.named(chosen.get(StudySettings.SAMPLER)))),
                row("tune.pruner", Spoken.text(StudySettings.PRUNER.named(chosen.get(StudySettings.PRUNER)))),
                row("tune.judged", judged(base, chosen)), row("tune.budget", budget(chosen)),
                row("tune.store", plan.store() == null ? Messages.text("tune.store.memory") : plan.store().getFileName().toString()));
        if (chosen.has(StudySettings.OUTER)) {
            rows.getChildren().add(row("tune.outer", Numbers.percent(chosen.get(StudySettings.OUTER))));
        }
        if (base != null) {
            rows.getChildren().add(row("tune.from", base.contender().name()));
        }
        rows.getChildren().add(row("tune.runs", runs()));
        card.setContent(rows);
    }

    private static String aim(TuneBase base, Chosen chosen) {
        if (base == null || !chosen.has(StudySettings.FOLDS)) {
            return Messages.text("tune.aim.loss");
        }
        return Messages.text(base.data().prepared().task().isClassification() ? "tune.aim.classes" : "tune.aim.numbers");
    }

    private static String judged(TuneBase base, Chosen chosen) {
        if (chosen.has(StudySettings.FOLDS)) {
            EvaluationSpec how = FoldChoice.shown(chosen);
            String folds = how.division().isEach() ? Messages.text("tune.judged.each")
                    : Messages.text("tune.judged.folds", Numbers.count(how.folds()));
            String many = how.repeats() == 1 ? folds : Messages.text("tune.judged.repeats", folds, Numbers.count(how.repeats()));
            return switch (how.division()) {
                case EACH_GROUP -> Messages.text("evaluate.folds.each", how.group());
                case GROUPS -> Messages.text("tune.judged.groups", many, how.group());
                case ROLLING -> Messages.text("tune.judged.rolling", many);
                default -> many;
            };
        }
        return base == null ? Messages.text("tune.judged.split")
                : Messages.text("tune.judged.rows", Numbers.count(base.data().prepared().validation().count()));
    }

    static String budget(Chosen chosen) {
        String trials = Messages.text("tune.budget.trials", Numbers.count(chosen.get(StudySettings.TRIALS)));
        return chosen.has(StudySettings.MINUTES)
                ? Messages.text("tune.budget.both", trials, Numbers.plain(chosen.get(StudySettings.MINUTES))) : trials;
    }

    private String runs() {
        TunePlace place = model.placeProperty().get();
        TunePlace.Cost cost = model.costProperty().get();
        if (place.isHere()) {
            return threads();
        }
        return cost == null || cost.blocks() == 0 ? place.name() : Messages.text("tune.runs.cost", place.name(),
                Numbers.count(cost.slots()), Numbers.count(cost.blocks()), Numbers.percent(cost.around()));
    }

    private static String threads() {
        int threads = RaceOptions.besideWindow().threads();
        return threads == 1 ? Messages.text("tune.runs.one") : Messages.text("tune.runs.more", Numbers.count(threads));
    }

    private static ValueRow row(String key, String value) {
        return new ValueRow(Messages.binding(key)).meaning(Term.of(key)).value(value);
    }
}
