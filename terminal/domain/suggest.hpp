// Two things to offer (推荐) and why just these: a mid-range one and one inside the
// budget, never one and never three, each with a fact of this customer or this
// ticket that speaks for it. The customer chooses. Knows no shop and no screen.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

// From weak to strong.
enum class SuggestReason { same_kind, likes_category, same_size, goes_with };

// On the ticket, or bought before; of what was bought the newest first.
struct TastedGoods {
    StyleId style{};
    std::string name{};
    std::string name_en{};
    std::string category{};
    std::string size{};
};

struct Taste {
    std::vector<TastedGoods> ticket{};
    std::vector<TastedGoods> bought{};
    std::string usual_size{};
};

// What she wears in goods of that category: as she bought them last, else as her profile says; empty: nobody knows.
[[nodiscard]] std::string size_for(const Taste& taste, const std::string& category);

// How many receipts held something of the ticket and this style together.
struct PairedWith {
    std::size_t on_ticket{0}; // Its place in Taste::ticket.
    std::int64_t together{0}, left{0}, right{0}, all{0};
};

struct Candidate {
    Sku sku{};
    StyleId style{};
    std::string category{};
    std::string size{};
    Money price{};
    std::int64_t here{0};
    std::optional<PairedWith> paired{};
};

struct Suggested {
    Candidate goods{};
    SuggestReason reason{SuggestReason::same_kind};
    std::string about{}, about_en{}; // The fact: what it goes with, a category, a size.
    std::int64_t strength{0};
};

struct TwoSuggestions {
    Suggested middle;
    Suggested within_budget;
};

// Out of a hundred thousand receipts of the left style, how many hold the right one too (confidence).
[[nodiscard]] std::int64_t confidence_of_100k(const PairedWith& paired);
// How much more often than by chance they are bought together, in thousandths (lift); 1,000: by chance. 0: unknown.
[[nodiscard]] std::int64_t lift_milli(const PairedWith& paired);

// What may be offered, the strongest first: in stock, not on the ticket, one of each style, and with a reason.
[[nodiscard]] std::vector<Suggested> ranked(const std::vector<Candidate>& candidates, const Taste& taste);

// The median-priced of the `matches` and, of the others, the strongest that costs no more than `budget`.
// Nothing: there are not two, and the customer is to be asked again what it may cost.
[[nodiscard]] std::optional<TwoSuggestions> two_of(const std::vector<Suggested>& matches, Money budget);

} // namespace guitai
