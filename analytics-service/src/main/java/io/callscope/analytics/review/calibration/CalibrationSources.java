package io.callscope.analytics.review.calibration;

import io.callscope.analytics.users.UserStore;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;

/** Sessions, and the making of them. */
public record CalibrationSources(Calibrations sessions, CalibrationMaker maker) {
    /**
     * @param zone of the site, whose weeks count
     */
    public static CalibrationSources over(DataSource dataSource, UserStore users, ZoneId zone, Clock clock) {
        JdbiCalibrations sessions = new JdbiCalibrations(dataSource, zone);
        return new CalibrationSources(sessions, new CalibrationMaker(sessions, users, zone, clock));
    }
}
