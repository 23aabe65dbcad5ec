package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.calibration.CalibrationTable;
import io.callscope.statistics.calibration.Forecasts;
import io.callscope.statistics.calibration.Isotonic;
import java.util.Arrays;

/** How the cases of {@code calibration.json} ask for what the room {@code calibration} computes. */
final class CalibrationVectors {
    private static final int USUAL_BINS = 10;

    private CalibrationVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        Forecasts forecasts = new Forecasts(Inputs.answers(input.path("y")), Inputs.numbers(input.path("p")));
        CalibrationTable table =
                CalibrationTable.ofEqualWidth(forecasts, input.path("bins").asInt(USUAL_BINS));
        return switch (method) {
            case "brier", "ece", "brier_ece", "brier_decomposition", "isotonic" ->
                switch (figure) {
                    case "brier" -> forecasts.brier();
                    case "log_loss" -> forecasts.logLoss();
                    case "auc" -> forecasts.auc();
                    case "ece" -> table.expectedError();
                    case "mce" -> table.largestError();
                    case "reliability" -> table.reliability();
                    case "resolution" -> table.resolution();
                    case "uncertainty" -> table.uncertainty();
                    case "fitted" -> curve(forecasts, Inputs.numbers(input.path("p")));
                    case "predict" -> curve(forecasts, Inputs.numbers(input.path("predict_at")));
                    case "isotonic_constant" -> Isotonic.fit(forecasts).at(0.5);
                    default -> throw unknown(method, figure);
                };
            default -> throw unknown(method, figure);
        };
    }

    private static double[] curve(Forecasts forecasts, double[] at) {
        return Arrays.stream(at).map(Isotonic.fit(forecasts)::at).toArray();
    }
}
