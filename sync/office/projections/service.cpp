#include "sync/office/projections/service.hpp"

#include "sync/office/projections/people.hpp"
#include "sync/office/projections/stored.hpp"

#include <algorithm>

namespace guitai::office {
namespace {

// A miss and a receipt may tell of one customer: the farthest step counts, once.
void add_talk(database::Connection& connection, const Event& event, const PlaceCode& store, std::string_view date,
              const Talk& talk)
{
    if (talk.number <= 0 || talk.step <= 0) return;
    database::Statement{connection, "INSERT INTO talks (till, talk, store, business_date, step)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (till, talk) DO UPDATE SET step ="
                                    " CASE WHEN excluded.step > talks.step THEN excluded.step ELSE talks.step END"}
        .bind(1, event.origin)
        .bind(2, talk.number)
        .bind(3, store.text)
        .bind(4, date)
        .bind(5, talk.step)
        .run();
}

void add_cost(database::Connection& connection, const SaleCompleted& sale)
{
    if (sale.talk.number <= 0) return;
    const bool counted{!sale.member.empty() && sale.talk.taps > 0};
    database::Statement{connection,
                        "INSERT INTO service_days (store, business_date, served, serving_ms, member_sales, member_taps)"
                        " VALUES (?1, ?2, 1, ?3, ?4, ?5) ON CONFLICT (store, business_date) DO UPDATE SET"
                        " served = service_days.served + 1,"
                        " serving_ms = service_days.serving_ms + excluded.serving_ms,"
                        " member_sales = service_days.member_sales + excluded.member_sales,"
                        " member_taps = service_days.member_taps + excluded.member_taps"}
        .bind(1, sale.store.text)
        .bind(2, sale.business_date)
        .bind(3, sale.talk.serving_ms)
        .bind(4, std::int64_t{counted ? 1 : 0})
        .bind(5, counted ? sale.talk.taps : 0)
        .run();
}

void add_feeling(database::Connection& connection, const FeelingGiven& given)
{
    database::Statement{connection, "INSERT INTO feelings (receipt, store, staff, business_date, feeling)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (receipt) DO NOTHING"}
        .bind(1, given.receipt.text)
        .bind(2, given.store.text)
        .bind(3, given.staff.text)
        .bind(4, given.business_date)
        .bind(5, word_of(given.feeling))
        .run();
}

} // namespace

void Service::fold(database::Connection& connection, const Event& event)
{
    std::visit(Cases{[&](const SaleCompleted& sale) {
                         add_talk(connection, event, sale.store, sale.business_date, sale.talk);
                         add_cost(connection, sale);
                     },
                     [&](const MissRecorded& miss) {
                         add_talk(connection, event, miss.store, miss.business_date, miss.talk);
                     },
                     [&](const TalkEnded& ended) {
                         add_talk(connection, event, ended.store, ended.business_date, ended.talk);
                     },
                     [&](const FeelingGiven& given) { add_feeling(connection, given); }, [](const auto&) {}},
               event.body);
}

ServiceFigures service_on(database::Connection& connection, const PlaceCode& store, std::string_view date)
{
    ServiceFigures figures;
    database::Statement feelings{connection, "SELECT feeling, COUNT(*) FROM feelings WHERE store = ?1"
                                             " AND business_date = ?2 GROUP BY feeling"};
    feelings.bind(1, store.text).bind(2, date);
    while (feelings.step()) {
        figures.feelings[static_cast<std::size_t>(stored_word<Feeling>(feelings.text(0)))] += feelings.integer(1);
    }
    database::Statement talks{connection, "SELECT step, COUNT(*) FROM talks WHERE store = ?1 AND business_date = ?2"
                                          " GROUP BY step"};
    talks.bind(1, store.text).bind(2, date);
    while (talks.step()) {
        // Who came so far has come past every step before.
        for (std::int64_t step{0}; step < std::min(talks.integer(0), talk_steps); ++step) {
            figures.funnel[static_cast<std::size_t>(step)] += talks.integer(1);
        }
    }
    database::Statement cost{connection, "SELECT served, serving_ms, member_sales, member_taps FROM service_days"
                                         " WHERE store = ?1 AND business_date = ?2"};
    cost.bind(1, store.text).bind(2, date);
    if (cost.step()) {
        figures.served = cost.integer(0);
        figures.serving_ms = cost.integer(1);
        figures.member_sales = cost.integer(2);
        figures.member_taps = cost.integer(3);
    }
    return figures;
}

} // namespace guitai::office
