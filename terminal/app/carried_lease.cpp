#include "terminal/app/carried_lease.hpp"

#include "sync/events/carried_lease.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/redeem_points.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <string>
#include <utility>

namespace guitai {
namespace {

bool is_armed(const Desk& desk) { return desk.state.hand.state() == LeaseHand::State::armed; }

Result<void> check_way(const Desk& desk)
{
    if (desk.ports.leases == nullptr) return refuse("points.not_enough", std::to_string(points_here(desk)));
    // A process that the head office never heard of could be a copy: nobody lends to it, on a phone neither.
    if (!is_armed(desk)) return refuse("carried.not_armed");
    if (desk.state.rules.member_site.empty()) return refuse("carried.no_page");
    return {};
}

struct Answer {
    std::string line; // As the head office says it.
    Event event;      // A LeaseGranted.
};

// What the head office granted, where it is signed and granted to this very process.
Result<Answer> read_answer(const Desk& desk, std::string_view code)
{
    const auto carried = read_carried(carried_answer_mark, code);
    if (!carried) return refuse("carried.unreadable");
    const auto mac = desk.ports.phone_key == nullptr ? std::nullopt : desk.ports.phone_key->mac_of(carried->text);
    if (!mac) return refuse("carried.no_key");
    if (!carried->is_signed_by(*mac)) return refuse("carried.forged");
    auto event = decode(carried->words);
    const auto* granted = event ? std::get_if<LeaseGranted>(&event->body) : nullptr;
    if (granted == nullptr) return refuse("carried.unreadable");
    if (granted->till != desk.state.view.shop.till) return refuse("carried.other_till", std::to_string(granted->till));
    const LeaseHand& hand{desk.state.hand};
    const bool is_now{is_armed(desk) && granted->epoch == hand.epoch() && granted->generation == hand.generation()};
    if (!is_now) return refuse("carried.too_old");
    return Answer{carried->words, std::move(*event)};
}

} // namespace

bool may_ask_by_phone(const Desk& desk)
{
    return desk.ports.leases != nullptr && desk.ports.phone_key != nullptr && is_armed(desk) &&
           !desk.state.rules.member_site.empty() && !desk.ports.sync.status().reached;
}

Result<void> take_carried(Desk& desk, std::string_view code)
{
    const auto answer = read_answer(desk, code);
    if (!answer) return refuse(answer.error());
    const std::string lease{std::get<LeaseGranted>(answer->event.body).lease};
    if (desk.state.hand.holds(lease)) return {}; // Scanned twice.
    const bool is_new{desk.ports.points != nullptr && !desk.ports.points->lease(lease)};
    // Before it is spent: what is in the hand is in the books.
    if (is_new) desk.write({LeaseBrought{answer->line}});
    hear_leases(desk, answer->event);
    show_cart(desk);
    return {};
}

Result<void> perform(Desk& desk, const AskByPhone& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const auto taken = points_taken(desk, command.points);
    if (!taken) return refuse(taken.error());
    const std::int64_t missing{*taken - points_here(desk)};
    if (missing < 1) return perform(desk, RedeemPoints{command.points});
    if (auto way = check_way(desk); !way) return way;
    const LeaseHand& hand{desk.state.hand};
    CarriedQuestion question;
    question.till = desk.state.view.shop.till;
    question.epoch = hand.epoch();
    question.generation = hand.generation();
    question.ask = desk.state.asks + 1;
    question.account = desk.state.member->purse();
    question.amount = missing;
    const std::string text{carried_text(carried_question_mark, words_of(question))};
    const auto mac = desk.ports.phone_key == nullptr ? std::nullopt : desk.ports.phone_key->mac_of(text);
    if (!mac) return refuse("carried.no_key");
    ++desk.state.asks;
    desk.state.redeem = {.wanted = command.points, .waiting = true, .ask = question.ask};
    desk.state.redeem.by_phone = carried_link(desk.state.rules.member_site, with_signature(text, *mac));
    show_cart(desk);
    return {};
}

} // namespace guitai
