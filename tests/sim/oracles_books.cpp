// The journals and what they promise: nothing lost, nothing twice, nothing changed.
#include "tests/sim/oracles.hpp"

#include "sync/journal/verify.hpp"
#include "sync/office/schema/schema.hpp"
#include "terminal/store/projections/all.hpp"
#include "tests/sim/lines.hpp"
#include "tests/sim/together.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

namespace guitai::sim {
namespace {

Complaints verify_with(const std::string& whose, database::Connection& reader, const MakeSchema& make_schema,
                       const MakeProjections& make_projections)
{
    Complaints complaints;
    for (const std::string& problem : verify(reader, make_schema, make_projections).problems) {
        complaints.push_back(fmt::format("the books of {} do not verify: {}", whose, problem));
    }
    return complaints;
}

} // namespace

Complaints everything_is_sent(World& world)
{
    Complaints complaints;
    const std::int64_t head{world.office().office().books().journal().head(office_origin).number};
    for (SimTill* till : world.tills()) {
        if (const auto pending = till->store().inbox().pending(); pending != 0) {
            complaints.push_back(fmt::format("till {} still has {} events to send ({})", till->number(), pending,
                                             till->sync_problem()));
        }
        if (const auto cursor = till->store().inbox().cursor(); cursor != head) {
            complaints.push_back(fmt::format("till {} knows news up to {} and the office wrote {} ({})", till->number(),
                                             cursor, head, till->sync_problem()));
        }
    }
    return complaints;
}

Complaints acknowledged_events_are_at_the_office_once(World& world)
{
    Complaints complaints;
    for (SimTill* till : world.tills()) {
        const auto stored = all_lines(world.office().office().books().journal(), till->number());
        const auto& promised = till->acknowledged();
        if (stored.size() != promised.size()) {
            complaints.push_back(fmt::format("till {} acknowledged {} events and the office has {} of it",
                                             till->number(), promised.size(), stored.size()));
        }
        for (std::size_t at{0}; at < std::min(stored.size(), promised.size()); ++at) {
            if (keeps_promise(stored[at], promised[at], at == 0 ? chain_of_nothing() : stored[at - 1].chain)) continue;
            complaints.push_back(
                fmt::format("event {} of till {} has other bytes at the office", at + 1, till->number()));
            break;
        }
    }
    return complaints;
}

Complaints numbers_are_dense_and_chains_equal(World& world)
{
    Complaints complaints;
    const Journal& office{world.office().office().books().journal()};
    for (SimTill* till : world.tills()) {
        const Journal& own{till->store().books().journal()};
        for (const TillNumber origin : {office_origin, till->number()}) {
            std::string chain{chain_of_nothing()};
            std::int64_t number{0};
            for (const JournalLine& line : all_lines(own, origin)) {
                chain = chain_link(chain, line.text);
                if (line.number == ++number && line.chain == chain) continue;
                complaints.push_back(fmt::format("till {} has no whole chain at event {} of origin {}", till->number(),
                                                 number, origin));
                break;
            }
            if (own.head(origin) == office.head(origin) && own.head(origin).number == number) continue;
            complaints.push_back(fmt::format("origin {} ends at {} with till {} and at {} with the office", origin,
                                             own.head(origin).number, till->number(), office.head(origin).number));
        }
    }
    return complaints;
}

Complaints receipts_are_dense(World& world)
{
    Complaints complaints;
    for (SimTill* till : world.tills()) {
        std::int64_t receipts{0};
        for (const JournalLine& line : all_lines(till->store().books().journal(), till->number())) {
            const auto event = decode(line.text);
            const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
            if (sale == nullptr) continue;
            const std::string due{fmt::format("{}-{}-{:06}", till->place().text, till->number(), ++receipts)};
            if (sale->receipt.text == due) continue;
            complaints.push_back(fmt::format("receipt {} stands where {} should", sale->receipt.text, due));
        }
        const std::int64_t sold{world.tally().tills.at(till->number()).receipts};
        if (receipts == sold) continue;
        complaints.push_back(fmt::format("till {} wrote {} receipts for {} sales", till->number(), receipts, sold));
    }
    return complaints;
}

Complaints every_book_verifies(World& world)
{
    Complaints complaints{verify_with(
        "the office", world.office().reads(), [](auto& empty) { (void)office::migrate_books(empty); },
        [] { return office::make_projections(); })};
    for (SimTill* till : world.tills()) {
        const auto reader = till->open_reader();
        const TillIdentity self{till->number(), till->place()};
        const auto found = verify_with(
            fmt::format("till {}", till->number()), *reader, [](auto& empty) { (void)migrate_store(empty); },
            [&] { return make_projections(self); });
        complaints.insert(complaints.end(), found.begin(), found.end());
    }
    return complaints;
}

Complaints nothing_was_set_apart(World& world)
{
    constexpr int shown_max{10'000};
    Complaints complaints;
    const auto erased = erased_members(world.office());
    for (const office::SetApart& one : office::latest_set_apart(world.office().reads(), {}, shown_max)) {
        // Two tills that know nothing of each other may enrol one customer.
        if (one.why.code == "member.same_phone") continue;
        // … or let her join two families, or leave one twice.
        if (one.why.code.rfind("family.", 0) == 0 && one.why.code != "family.unknown") continue;
        if (one.why.code == "family.unknown" && erased.contains({one.why.detail})) continue;
        // … or be brought along by who turned out to be herself, or of her family.
        if (one.why.code == "referral.same_family" || one.why.code == "referral.herself") continue;
        // Two tills take one piece back, or one coupon: losses, each asked about by name.
        if (one.why.code == "sale.returned_twice" || one.why.code == "coupon.used_twice") continue;
        // A parcel leaves a shop that has not heard that the order is not its own any more: a loss with its name.
        if (one.why.code == "order.sent_anyway" || one.why.code == "order.brought_anyway") continue;
        if (one.why.code == "office.was_restored") continue; // It was, or a power cut came between witness and books.
        // What one till did follows from what another had done, and may be told before it.
        const bool follows{one.why.code.rfind("order.", 0) == 0 || one.why.code == "sale.unknown_member" ||
                           one.why.code == "value.unknown_member" || one.why.code == "fee.unknown_member" ||
                           one.why.code == "account.unknown_member" ||
                           one.why.code == "member.unknown_here" || one.why.code == "family.unknown"};
        if (follows && world.office().times_put_back() > 0) continue;
        complaints.push_back(fmt::format("the office set event {} of till {} apart: {} ({})", one.number, one.origin,
                                         one.why.code, one.why.detail));
    }
    return complaints;
}

Complaints ask_oracles(World& world)
{
    Complaints all;
    for (const auto oracle :
         {everything_is_sent, acknowledged_events_are_at_the_office_once, numbers_are_dense_and_chains_equal,
          receipts_are_dense, takings_agree, drawers_agree, stock_agrees, nothing_is_promised_twice,
          orders_agree, orders_keep_to_their_states, the_office_did_what_it_answered, returns_agree,
          losses_have_names, coupons_agree, guides_agree, parked_tickets_agree, cards_agree, points_agree,
          no_point_was_spent_that_was_not_earned, stored_value_agrees, member_files_agree, complaints_agree, keys_agree,
          tiers_agree, gifts_agree, accounts_agree, fees_agree, shares_agree, leases_agree,
          the_office_lends_again, the_erased_are_forgotten, every_book_verifies, nothing_was_set_apart}) {
        const Complaints found{oracle(world)};
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

} // namespace guitai::sim
