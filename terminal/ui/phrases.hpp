// Figures, times and dates as people in the shop say them. Knows the words and
// the money; asks no clock.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/sale_events.hpp"
#include "terminal/app/view.hpp"
#include "terminal/ui/words.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace guitai::ui {

// "¥1,234.50"; less than nothing is "−¥149.50" with U+2212. For columns, totals and receipts.
[[nodiscard]] std::string money_text(Money money);
// The same without ".00": "¥900" and "¥182.50". For tiles, buttons and quick amounts.
[[nodiscard]] std::string money_short(Money money);
// "12,480": points, counts.
[[nodiscard]] std::string count_text(std::int64_t count);
// "刚刚", "2 分钟前", "3 小时前", "2 天前" / "just now", "2 min ago" …; an age below zero is a new one.
[[nodiscard]] std::string age_text(const Words& words, std::int64_t age_ms);
// An ISO date as "11月24日" / "24 Nov"; text that is no date comes back as it is.
[[nodiscard]] std::string date_text(const Words& words, std::string_view iso);
// "2026-11-27 14:00-18:00" with its day as people say it.
[[nodiscard]] std::string slot_text(const Words& words, std::string_view slot);
// The same with its year where that is not the year of `today`: "2027年12月31日" / "31 Dec 2027".
[[nodiscard]] std::string date_text(const Words& words, std::string_view iso, std::string_view today);
// "雾蓝 170/92A · YL2201": the parts that say something, with a dot between.
[[nodiscard]] std::string dotted(std::initializer_list<std::string_view> parts);
// What took something off a line: "满 300 减 50：已满 ¥398.00，分摊". Without the amount.
[[nodiscard]] std::string reason_words(const Words& words, const PriceReason& reason);
// What a little more would bring: "再买 ¥12.00，满 300 减 50 再省 ¥50.00".
[[nodiscard]] std::string hint_words(const Words& words, const HintView& hint);
// Of the two names the one in the language of the screen.
[[nodiscard]] const std::string& offer_name(const Words& words, const OfferName& offer);
// "14:05" of minutes since midnight, local.
[[nodiscard]] std::string hour_text(int hour, int minute);
// "13812344127" as "138 1234 4127"; numbers of another length come back as they are.
[[nodiscard]] std::string phone_text(std::string_view digits);
// The same with the middle hidden: "138 •••• 4127".
[[nodiscard]] std::string phone_masked(std::string_view digits);

} // namespace guitai::ui
