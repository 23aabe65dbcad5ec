package io.callscope.analytics.web;

import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.audit.AuditTrail;
import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.UserStore;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.desk.DeskSources;

/** Where the pages get what they show, and where they note what was done. */
public record WebSources(
        CallRepository calls,
        AudioCache audio,
        Comments comments,
        Labels labels,
        LagSource lag,
        UserStore users,
        AuditLog audit,
        AuditTrail auditTrail,
        DeskSources desk) {}
