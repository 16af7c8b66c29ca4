// What a person wants remembered about a line or the whole ticket, printed with it.
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr std::size_t note_bytes_max{200};

} // namespace

Result<void> perform(Desk& desk, const NoteLine& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (command.note.size() > note_bytes_max) return refuse("note.too_long");
    if (auto noted = desk.state.cart.note(command.line, command.note); !noted) return noted;
    show_cart(desk, command.line);
    return {};
}

Result<void> perform(Desk& desk, const NoteTicket& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (command.note.size() > note_bytes_max) return refuse("note.too_long");
    desk.state.note = command.note;
    show_cart(desk);
    return {};
}

} // namespace guitai
