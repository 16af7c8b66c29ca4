#include "sync/events/ids.hpp"

#include "sync/events/plain_code.hpp"

#include <fmt/format.h>

namespace guitai {

OrderId make_order_id(const PlaceCode& store, TillNumber till, std::int64_t count)
{
    return {fmt::format("{}-{}-D{:05}", store.text, till, count)};
}

MemberId make_member_id(TillNumber till, std::int64_t count) { return {fmt::format("M{}-{:06}", till, count)}; }

NoteId make_note_id(TillNumber till, std::int64_t count) { return {fmt::format("N{}-{:06}", till, count)}; }

ComplaintId make_complaint_id(TillNumber till, std::int64_t count) { return {fmt::format("C{}-{:06}", till, count)}; }

ReceiptNumber make_receipt_number(const PlaceCode& store, TillNumber till, std::int64_t count)
{
    return {fmt::format("{}-{}-{:06}", store.text, till, count)};
}

bool is_place_code(std::string_view text) { return is_plain_code(text, place_code_max); }

} // namespace guitai
