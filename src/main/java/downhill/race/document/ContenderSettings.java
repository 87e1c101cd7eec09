package downhill.race.document;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import java.util.List;

/** What a contender can have of its own, beside its rule and schedule, and where it stands in a {@link ContenderSpec}. */
public final class ContenderSettings {
    public static final Setting<Long> SEEDS = Setting.of("contender.seeds", Kind.whole(1, 1000), 1L).option("--seeds").unit("seeds");
    /** Only of one contender: there is no option for all, since some rules have a decay of their own. */
    public static final Setting<Double> WEIGHT_DECAY = Setting.of("contender.weightDecay", Kind.real(Interval.NON_NEGATIVE), 0.0);

    /** Where each stands. What is also a setting of the training is null where the contender says nothing else. */
    public static final List<Part<ContenderSpec, ?>> PARTS = List.of(
            new Part<>(TrainingSettings.BATCH, of -> of.batchSize() == ContenderSpec.SHARED_BATCH ? null : (Long) (long) of.batchSize(),
                    (of, value) -> of.withBatchSize(value.intValue())),
            new Part<>(SEEDS, of -> (long) of.seeds(), (of, value) -> of.withSeeds(value.intValue())),
            new Part<>(Penalty.L1, of -> of.penalty() == null ? null : of.penalty().l1(),
                    (of, value) -> of.withPenalty(new Penalty(value, of.penalty() == null ? 0 : of.penalty().l2()))),
            new Part<>(Penalty.L2, of -> of.penalty() == null ? null : of.penalty().l2(),
                    (of, value) -> of.withPenalty(new Penalty(of.penalty() == null ? 0 : of.penalty().l1(), value))),
            new Part<>(Clipping.NORM, of -> TrainingSettings.norm(of.clipping()),
                    (of, value) -> of.withClipping(new Clipping.ByNorm(value))),
            new Part<>(Clipping.VALUE, of -> TrainingSettings.value(of.clipping()),
                    (of, value) -> of.withClipping(new Clipping.ByValue(value))),
            new Part<>(WEIGHT_DECAY, ContenderSpec::weightDecay, ContenderSpec::withWeightDecay));

    private ContenderSettings() {
    }
}
