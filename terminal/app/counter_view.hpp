// What can be seen of a customer being advised: two suggestions with their reasons,
// how far the talk has come, and what a day of it adds up to. Plain structs, part of
// the till's view.
#pragma once

#include "sync/events/event.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// One thing to offer, and the fact of this customer or this ticket that speaks for it.
struct SuggestionView {
    Sku sku;
    StyleId style;
    std::string name, name_en, colour, size, category, picture;
    Money price; // For this customer, before promotions.
    std::int64_t here{0};
    std::string why;    // Word key: suggest.goes_with …
    std::string about, about_en; // What the key speaks of: a name, a category, a size.
    bool in_budget{false};
};

// Two or none (推荐): the customer chooses, nobody is told what to take.
struct SuggestionsView {
    bool worked_out{false}; // False: the ticket has changed since, and nobody has asked.
    Money budget;           // What they were chosen by.
    std::vector<SuggestionView> items;
    bool ask_budget{false};     // There are not two: what may it cost?
    std::vector<Money> budgets; // To be asked about with one tap each.
};

struct TalkView {
    std::int64_t step{0}; // 1 to talk_steps; 0: nobody is here.
};

// How the customers of a day were served, by this till.
struct ServiceView {
    std::array<std::int64_t, Words<Feeling>::all.size()> feelings{}; // By Feeling.
    std::array<std::int64_t, talk_steps> funnel{}; // Talks that came at least so far; the first bar is all of them.
    std::int64_t served{0};     // Tickets of which it is known how long they took …
    std::int64_t serving_ms{0}; // … all together.
    std::int64_t member_sales{0}; // Of known members, with taps counted …
    std::int64_t member_taps{0};  // … all together.
};

} // namespace guitai
