#include "sync/office/intake.hpp"

#include "sync/office/access.hpp"
#include "sync/office/erasure.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/news.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/restored.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

Refusal at_line(std::size_t line, Refusal refusal)
{
    refusal.detail = fmt::format("line {}: {}", line, refusal.detail);
    return refusal;
}

// A character that no keyboard writes and PostgreSQL can not keep: "\u0000", escaped
// once and not the text of an escape.
bool has_nul(std::string_view line)
{
    constexpr std::string_view nul{"\\u0000"};
    for (auto at = line.find(nul); at != std::string_view::npos; at = line.find(nul, at + 1)) {
        std::size_t before{at};
        while (before > 0 && line[before - 1] == '\\') --before;
        if ((at - before) % 2 == 0) return true;
    }
    return false;
}

Result<void> add_line(Batch& batch, std::string_view line)
{
    if (has_nul(line)) return refuse("event.unreadable", "a NUL character in a text");
    auto record = record_from(std::string{line});
    if (!record) return refuse(record.error());
    if (record->event.origin != batch.till) {
        return refuse("event.wrong_origin",
                      fmt::format("origin {} in the name of till {}", record->event.origin, batch.till));
    }
    const bool follows{batch.records.empty() ? record->event.number > 0
                                             : record->event.number == batch.records.back().event.number + 1};
    if (!follows) return refuse("event.out_of_order", fmt::format("number {}", record->event.number));
    batch.records.push_back(std::move(*record));
    return {};
}

// Goods that come back or are let go of, which somebody may be waiting for.
bool frees_goods(const EventBody& body)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&body)) {
        return std::any_of(sale->lines.begin(), sale->lines.end(),
                           [](const SaleLine& line) { return line.line_kind == LineKind::return_; });
    }
    return std::holds_alternative<OrderCancelAsked>(body) || std::holds_alternative<OrderSubstituteAnswered>(body);
}

} // namespace

Result<Batch> read_batch(TillNumber till, std::string_view body)
{
    Batch batch{till, {}};
    std::size_t line{0};
    while (!body.empty()) {
        ++line;
        if (line > batch_lines_max) {
            return refuse("intake.too_many_lines", fmt::format("more than {} lines", batch_lines_max));
        }
        const auto end = body.find('\n');
        if (auto added = add_line(batch, body.substr(0, end)); !added) return refuse(at_line(line, added.error()));
        body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
    }
    return batch;
}

Result<Appended> take_in_one(Office& office, const database::Transaction& open, const Record& record, TakenIn& taken)
{
    const Event& event{record.event};
    const bool is_new{event.number > office.books().journal().head(event.origin).number};
    const auto concerns = is_new ? concerns_about(office.connection(), event) : std::vector<Refusal>{};
    auto posted = office.books().post_one(open, record);
    if (!posted || !is_new) return posted;
    for (const Refusal& concern : concerns) set_apart(office, open, event, concern);
    tell(office, open, event);
    erase_late(office, open, event);
    taken.quarantined += concerns.empty() ? 0 : 1;
    if (const auto* order = std::get_if<OrderPlaced>(&event.body)) taken.placed.push_back(order->order);
    taken.frees_goods = taken.frees_goods || frees_goods(event.body);
    return posted;
}

void follow_up(Office& office, const database::Transaction& open, TillNumber till, const TakenIn& taken)
{
    if (taken.frees_goods) answer_held(office, open); // Whoever has waited longer comes first.
    answer_by_rule(office, open, taken.placed);
    pass_over_silent(office, open, till);
}

Result<IntakeAnswer> take_in(Office& office, const database::Transaction& open, const Batch& batch)
{
    if (auto welcome = check_till(office.connection(), batch.till); !welcome) return refuse(welcome.error());
    heard_from(office, open, batch.till);
    if (auto heard = may_be_heard(office.connection(), batch.till); !heard) return refuse(heard.error());

    Journal& journal{office.books().journal()};
    const ChainHead before{journal.head(batch.till)};
    IntakeAnswer answer{before.number, before.chain, 0};
    if (batch.records.empty() || batch.records.front().event.number > before.number + 1) return answer;
    begin_points_day(office, open);

    TakenIn taken;
    for (const Record& record : batch.records) {
        const auto one = take_in_one(office, open, record, taken);
        if (one) continue;
        set_till_aside(office, open, batch.till, one.error().detail);
        office.say(open, TillSetAside{batch.till, before.number, one.error().detail});
        return refuse(one.error());
    }
    follow_up(office, open, batch.till, taken);
    look_whether_done(office, open, batch.till, before.number);
    answer.quarantined = taken.quarantined;
    const ChainHead now{journal.head(batch.till)};
    answer.cursor = now.number;
    answer.chain = now.chain;
    return answer;
}

} // namespace guitai::office
