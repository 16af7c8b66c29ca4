#include "sync/events/ids.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai {

OrderId make_order_id(const PlaceCode& store, TillNumber till, std::int64_t count)
{
    return {fmt::format("{}-{}-D{:05}", store.text, till, count)};
}

MemberId make_member_id(TillNumber till, std::int64_t count) { return {fmt::format("M{}-{:06}", till, count)}; }

NoteId make_note_id(TillNumber till, std::int64_t count) { return {fmt::format("N{}-{:06}", till, count)}; }

ReceiptNumber make_receipt_number(const PlaceCode& store, TillNumber till, std::int64_t count)
{
    return {fmt::format("{}-{}-{:06}", store.text, till, count)};
}

bool is_place_code(std::string_view text)
{
    const auto fits = [](char c) {
        const bool is_letter{(c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')};
        return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= place_code_max && std::all_of(text.begin(), text.end(), fits);
}

} // namespace guitai
