package downhill.race.document;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;

/** What can be set about the weights of a contender, beside the mean that answers for them ({@link downhill.optim.Average}). */
public final class WeightsSettings {
    /** What each step of an array or a layer is multiplied by; 0 freezes it. */
    public static final Setting<Double> PACE = Setting.of("contender.weights.paces", Kind.real(Interval.NON_NEGATIVE), 1.0);

    private WeightsSettings() {
    }
}
