// The language of a payment terminal: one JSON object a line, one question a
// connection. The till writes
//
//   {"do":"ask","key":"S01-1-C00005-6926b3a0","amount_minor":12900,"currency":"CNY"}
//   {"do":"look_up","key":"…"}          {"do":"give_back","key":"…"}
//
// and reads, for that key, {"key":"…","state":"approved","amount_minor":12900,"reference":"000123"}.
// Below zero, an amount goes back to the card. `reference` is the slip's number, or why not. States:
//
//   waiting     the customer is still busy; an ask stays on the line, the last word follows
//   approved    charged: once, whatever else is asked about that key
//   declined    not charged, and that key never will be
//   given_back  nothing is charged any more, and that key never will be again
//   unknown     no such key was ever asked for (an answer to look_up only)
//
// give_back of a key that was never charged, or never heard of, answers declined and
// keeps to it: an ask that was on its way must not charge afterwards. Knows no socket.
#pragma once

#include "terminal/app/command.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guitai {

inline constexpr std::size_t card_line_bytes_max{4'096};

// With its line break. `amount` counts for an ask only.
[[nodiscard]] std::string card_line(CardQuestion question, std::string_view key, Money amount);

// What a line without its break says about `key`. Nothing: it is about another key, or not this language.
[[nodiscard]] std::optional<HearCard> read_card_line(CardQuestion question, std::string_view key,
                                                     std::string_view line);

} // namespace guitai
