#include "sync/office/planned_catalogues.hpp"

#include "sync/events/time.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::string_view withdrawn_word{"withdrawn"};
constexpr std::string_view kept_word{"kept"};
constexpr std::size_t planned_max{50};

Result<CataloguePlan> judge(database::Connection& reads, const PlannedCatalogue& planned, const std::string& today)
{
    CatalogueOptions options;
    options.today = today;
    const auto file = read_catalogue(planned.draft, options);
    if (!file) return refuse(file.error());
    return plan_catalogue(reads, *file, planned.missing);
}

void note_problem(database::Connection& connection, std::int64_t id, const Refusal& why)
{
    database::Statement{connection, "UPDATE planned_catalogues SET problem = ?2 WHERE id = ?1"}
        .bind(1, id)
        .bind(2, fmt::format("{}: {}", why.code, why.detail))
        .run();
}

} // namespace

Result<std::int64_t> plan_for_day(Office& office, const database::Transaction& /*open*/, const PlannedCatalogue& wanted)
{
    const std::string today{date_in(office.connection(), {}, office.now_ms())};
    if (!is_iso_date(wanted.on_date) || wanted.on_date <= today) return refuse("catalogue.bad_date", wanted.on_date);
    if (planned_catalogues(office.connection()).size() >= planned_max) {
        return refuse("catalogue.too_many", std::to_string(planned_max));
    }
    if (auto plan = judge(office.connection(), wanted, today); !plan) return refuse(plan.error());
    database::Statement last{office.connection(), "SELECT COALESCE(MAX(id), 0) FROM planned_catalogues"};
    const std::int64_t id{(last.step() ? last.integer(0) : 0) + 1};
    database::Statement{office.connection(), "INSERT INTO planned_catalogues (id, on_date, missing, draft, staff,"
                                             " made_at_ms, problem) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')"}
        .bind(1, id)
        .bind(2, wanted.on_date)
        .bind(3, wanted.missing == Missing::withdrawn ? withdrawn_word : kept_word)
        .bind(4, wanted.draft)
        .bind(5, wanted.staff)
        .bind(6, office.now_ms())
        .run();
    return id;
}

std::vector<PlannedCatalogue> planned_catalogues(database::Connection& reads)
{
    database::Statement find{reads, "SELECT id, on_date, missing, draft, staff, made_at_ms, problem"
                                    " FROM planned_catalogues ORDER BY on_date, id"};
    std::vector<PlannedCatalogue> planned;
    while (find.step()) {
        planned.push_back({find.integer(0), find.text(1),
                           find.text(2) == withdrawn_word ? Missing::withdrawn : Missing::kept, find.text(3),
                           find.text(4), find.integer(5), find.text(6)});
    }
    return planned;
}

bool drop_planned(Office& office, const database::Transaction& /*open*/, std::int64_t id)
{
    database::Statement drop{office.connection(), "DELETE FROM planned_catalogues WHERE id = ?1"};
    drop.bind(1, id).run();
    return office.connection().changed_rows() > 0;
}

void put_planned_in_force(Office& office, const database::Transaction& open, const std::string& today)
{
    for (const PlannedCatalogue& planned : planned_catalogues(office.connection())) {
        if (planned.on_date > today || !planned.problem.empty()) continue;
        const auto plan = judge(office.connection(), planned, today);
        if (!plan) {
            note_problem(office.connection(), planned.id, plan.error());
            continue;
        }
        write_plan(office, open, *plan, planned.staff);
        static_cast<void>(drop_planned(office, open, planned.id));
    }
}

} // namespace guitai::office
