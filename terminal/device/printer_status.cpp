#include "terminal/device/printer_status.hpp"

#include <algorithm>

namespace guitai {
namespace {

bool has(char byte, unsigned bits) { return (static_cast<unsigned char>(byte) & bits) != 0; }

// Two bits of every answer are always set and two never.
bool is_answer(char byte) { return (static_cast<unsigned char>(byte) & 0x93U) == 0x12U; }

} // namespace

std::optional<PrinterTrouble> trouble_in(std::string_view answer)
{
    if (answer.size() != status_bytes || !std::all_of(answer.begin(), answer.end(), is_answer)) return std::nullopt;
    const bool stopped_for_paper{has(answer[1], 0x20)};
    if (has(answer[2], 0x60) || stopped_for_paper) return PrinterTrouble::no_paper;
    if (has(answer[1], 0x04)) return PrinterTrouble::cover_open;
    if (has(answer[0], 0x08) || has(answer[1], 0x40)) return PrinterTrouble::offline;
    return PrinterTrouble::none;
}

} // namespace guitai
