#include "sync/office/projections/promotion_forms.hpp"

namespace guitai::office {

void PromotionForms::fold(database::Connection& connection, const Event& event)
{
    const auto* set = std::get_if<PromotionsSet>(&event.body);
    if (!set) return;
    database::Statement{connection, "INSERT INTO promotion_parts (revision, part, parts, number, at_ms, text)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (revision, part) DO UPDATE SET"
                                    " parts = excluded.parts, number = excluded.number, at_ms = excluded.at_ms,"
                                    " text = excluded.text"}
        .bind(1, set->revision)
        .bind(2, set->part)
        .bind(3, set->parts)
        .bind(4, event.number)
        .bind(5, event.at_ms)
        .bind(6, set->text)
        .run();
}

std::vector<PromotionRevision> promotion_revisions(database::Connection& connection, int limit)
{
    database::Statement find{connection,
                             "SELECT p.revision, p.at_ms, COALESCE(a.actor, '') FROM promotion_parts p"
                             " LEFT JOIN office_acts a ON a.number = p.number WHERE p.part = 1 AND p.parts ="
                             " (SELECT COUNT(*) FROM promotion_parts q WHERE q.revision = p.revision)"
                             " ORDER BY p.revision DESC LIMIT ?1"};
    find.bind(1, limit);
    std::vector<PromotionRevision> revisions;
    while (find.step()) revisions.push_back({find.integer(0), find.integer(1), find.text(2)});
    return revisions;
}

std::int64_t newest_revision(database::Connection& connection)
{
    const auto newest = promotion_revisions(connection, 1);
    return newest.empty() ? 0 : newest.front().revision;
}

std::optional<std::string> promotion_text(database::Connection& connection, std::int64_t revision)
{
    database::Statement find{connection, "SELECT parts, text FROM promotion_parts WHERE revision = ?1 ORDER BY part"};
    find.bind(1, revision);
    std::string text;
    std::int64_t missing{-1};
    while (find.step()) {
        if (missing < 0) missing = find.integer(0);
        text += find.text(1);
        --missing;
    }
    if (missing != 0) return std::nullopt;
    return text;
}

} // namespace guitai::office
