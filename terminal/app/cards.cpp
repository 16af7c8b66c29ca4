#include "terminal/app/cards.hpp"

#include "terminal/app/complete_sale.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/domain/card_reference.hpp"
#include "terminal/domain/columns.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t first_wait_ms{1'000};
constexpr std::int64_t longest_wait_ms{60'000};
constexpr std::size_t reference_columns_max{60};
constexpr std::size_t reason_columns_max{100};

// The second of asking keeps a key unique where the till's folder was put back to an older copy.
std::string next_key(const Desk& desk)
{
    const ShopView& shop{desk.state.view.shop};
    return fmt::format("{}-{}-C{:05}-{:x}", shop.store.text, shop.till, desk.ports.days.counts().cards + 1,
                       desk.now_ms() / 1'000);
}

std::vector<OpenCard>::iterator find(TillState& state, std::string_view key)
{
    return std::find_if(state.cards.begin(), state.cards.end(), [&](const OpenCard& one) { return one.key == key; });
}

bool is_in_hand(TillState& state, std::string_view key)
{
    const bool on_ticket{std::any_of(state.tenders.begin(), state.tenders.end(), [&](const TenderTaken& taken) {
        return card_key_in(taken.reference) == key;
    })};
    return on_ticket || find(state, key) != state.cards.end();
}

// Whether the books still wait for its last word. Where they can not be read it is
// taken for settled: a charge that a sale holds must never be undone.
bool is_open(const Desk& desk, std::string_view key)
{
    try {
        const auto open = desk.ports.days.open_cards();
        return std::any_of(open.begin(), open.end(), [&](const auto& one) { return one.key == key; });
    } catch (...) {
        return false;
    }
}

const OpenCard* waited_for(const TillState& state)
{
    const auto found =
        std::find_if(state.cards.begin(), state.cards.end(), [](const OpenCard& one) { return one.wanted; });
    return found == state.cards.end() ? nullptr : &*found;
}

// 0 at first; 1 s after the first silence, doubling to a minute.
std::int64_t wait_of(const OpenCard& card)
{
    if (card.silences == 0) return 0;
    return std::min(first_wait_ms << std::min<std::int64_t>(card.silences - 1, 6), longest_wait_ms);
}

void ask(const Desk& desk, OpenCard& card, CardQuestion question)
{
    card.question = question;
    CardTerminal* const terminal{desk.ports.card_terminal};
    if (terminal == nullptr) return; // Opened without it today; the charge waits until it is there again.
    switch (question) {
    case CardQuestion::ask: return terminal->ask(card.key, card.amount, wait_of(card));
    case CardQuestion::look_up: return terminal->look_up(card.key, wait_of(card));
    case CardQuestion::give_back: return terminal->give_back(card.key, wait_of(card));
    }
}

void undo(const Desk& desk, OpenCard& card)
{
    card.wanted = false;
    card.silences = 0;
    ask(desk, card, CardQuestion::give_back);
}

CardAnswered answer_of(const HearCard& heard, CardOutcome outcome)
{
    CardAnswered answered;
    answered.key = heard.key;
    answered.outcome = outcome;
    answered.reference = cut_to(heard.reference, reference_columns_max);
    return answered;
}

void say(const Desk& desk, std::string code, std::string detail)
{
    desk.state.view.banner = {std::move(code), std::move(detail), true};
}

void end(Desk& desk, const HearCard& heard, CardOutcome outcome)
{
    const OpenCard card{*find(desk.state, heard.key)};
    (void)record(desk, {answer_of(heard, outcome)});
    desk.state.cards.erase(find(desk.state, heard.key));
    if (outcome == CardOutcome::given_back) say(desk, "card.given_back", text_of(card.amount));
    else if (card.wanted) say(desk, "card.declined", cut_to(heard.reference, reference_columns_max));
}

// Whether the charge pays for what is on the counter now, and not for more.
bool take(Desk& desk, const HearCard& heard)
{
    const OpenCard card{*find(desk.state, heard.key)};
    if (!card.wanted || heard.amount != card.amount || !desk.state.staff) return false;
    Pay pay;
    pay.tender = TenderKind::card;
    pay.amount = card.amount;
    pay.reason = card.reason;
    auto taken = try_tender(desk, pay);
    if (!taken) return false;
    const std::string slip{card.reason.empty() ? heard.reference : card.reason + " " + heard.reference};
    taken->reference = card_reference(slip, card.key);
    // First off the list: a ticket that is paid lets go of the charges it waits for.
    desk.state.cards.erase(find(desk.state, heard.key));
    try {
        take_on_ticket(desk, std::move(*taken), {answer_of(heard, CardOutcome::approved)});
    } catch (...) {
        if (is_open(desk, card.key) && !is_in_hand(desk.state, card.key)) desk.state.cards.push_back(card);
        throw;
    }
    if (desk.state.cart.is_empty()) desk.state.pending.reset(); // It was about the ticket that is gone.
    return true;
}

// Nothing came that ends it: what the terminal is asked next, after a while.
void go_on(const Desk& desk, OpenCard& card, CardNews news)
{
    card.silent = news == CardNews::silent;
    const bool never_heard_of_it{news == CardNews::unknown && card.question == CardQuestion::look_up};
    if (!never_heard_of_it) ++card.silences;
    if (card.question == CardQuestion::give_back) return ask(desk, card, CardQuestion::give_back);
    if (card.wanted) return ask(desk, card, never_heard_of_it ? CardQuestion::ask : CardQuestion::look_up);
    ask(desk, card, news == CardNews::silent ? CardQuestion::look_up : CardQuestion::give_back);
}

void follow(Desk& desk, const HearCard& heard)
{
    const auto card = find(desk.state, heard.key);
    const bool undoing{card->question == CardQuestion::give_back};
    if (heard.news == CardNews::declined) return end(desk, heard, CardOutcome::declined);
    if (heard.news == CardNews::given_back) return end(desk, heard, CardOutcome::given_back);
    if (heard.news != CardNews::approved || undoing) return go_on(desk, *card, heard.news);
    if (take(desk, heard)) return;
    if (card->wanted) say(desk, "card.unwanted", text_of(card->amount));
    undo(desk, *card);
}

// A late answer to an earlier question counts where it is final; but what is being undone stays so.
bool is_news(const OpenCard& card, const HearCard& heard)
{
    if (heard.question == card.question) return true;
    const bool is_final{heard.news == CardNews::approved || heard.news == CardNews::declined ||
                        heard.news == CardNews::given_back};
    return is_final && card.question != CardQuestion::give_back;
}

} // namespace

void take_up_open_cards(Desk& desk)
{
    for (const DayReader::AskedCard& asked : desk.ports.days.open_cards()) {
        if (is_in_hand(desk.state, asked.key)) continue;
        OpenCard& card{desk.state.cards.emplace_back()};
        card.key = asked.key;
        card.amount = asked.amount;
        card.asked_at_ms = asked.asked_at_ms;
        ask(desk, card, asked.approved ? CardQuestion::give_back : CardQuestion::look_up);
    }
}

void stop_waiting(Desk& desk)
{
    for (OpenCard& card : desk.state.cards) {
        if (card.wanted) undo(desk, card);
    }
}

void give_card_back(Desk& desk, const TenderTaken& taken)
{
    const std::string_view key{card_key_in(taken.reference)};
    if (key.empty()) return;
    OpenCard& card{desk.state.cards.emplace_back()};
    card.key = key;
    card.amount = taken.amount;
    card.asked_at_ms = desk.now_ms();
    undo(desk, card);
}

void show_cards(Desk& desk)
{
    PaymentView& payment{desk.state.view.payment};
    payment.has_terminal = desk.ports.card_terminal != nullptr;
    payment.card.reset();
    payment.cards_to_settle = std::ssize(desk.state.cards);
    const OpenCard* const card{waited_for(desk.state)};
    if (card == nullptr) return;
    --payment.cards_to_settle;
    payment.card = CardView{card->key, card->amount, card->asked_at_ms, card->silent};
}

Result<void> perform(Desk& desk, const AskCard& command)
{
    if (desk.ports.card_terminal == nullptr) return refuse("card.no_terminal");
    if (waited_for(desk.state) != nullptr) return refuse("card.waiting");
    Pay pay;
    pay.tender = TenderKind::card;
    pay.amount = command.amount;
    pay.reason = command.reason;
    const auto taken = try_tender(desk, pay);
    if (!taken) return refuse(taken.error());

    OpenCard card;
    card.key = next_key(desk);
    card.amount = taken->amount;
    card.reason = cut_to(command.reason, reason_columns_max);
    card.asked_at_ms = desk.now_ms();
    card.wanted = true;
    CardAsked asked;
    asked.key = card.key;
    asked.amount = card.amount;
    asked.shift = desk.state.shift.shift;
    asked.staff = desk.staff();
    // On the disk before the terminal hears of it: whatever breaks now, there is a key to ask about.
    desk.write({asked});
    desk.state.cards.push_back(std::move(card));
    ask(desk, desk.state.cards.back(), CardQuestion::ask);
    return {};
}

Result<void> perform(Desk& desk, const StopWaitingForCard&)
{
    if (waited_for(desk.state) == nullptr) return refuse("card.not_waiting");
    stop_waiting(desk);
    return {};
}

Result<void> perform(Desk& desk, const HearCard& command)
{
    const auto known = find(desk.state, command.key);
    if (known == desk.state.cards.end() || !is_news(*known, command)) return {}; // Said before.
    try {
        follow(desk, command);
    } catch (...) {
        // The disk failed: the terminal remembers, and is asked again when there may be room.
        const auto card = find(desk.state, command.key);
        if (card != desk.state.cards.end()) go_on(desk, *card, CardNews::silent);
        throw;
    }
    return {};
}

} // namespace guitai
