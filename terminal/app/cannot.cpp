#include "terminal/app/cannot.hpp"

#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/member_fit.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

const std::string& usual_size(const MemberView& member, const std::string& category)
{
    for (const UsualSize& usual : member.usual_sizes) {
        if (usual.category == category) return usual.size;
    }
    return member.profile.usual_size;
}

void show_size(const MemberView& member, const CatalogueItem& goods, CartLineView& line)
{
    const std::string& usual{usual_size(member, goods.category)};
    if (usual != goods.size && same_kind_of_size(usual, goods.size)) line.usual_size = usual;
}

} // namespace

void show_fit(Desk& desk)
{
    CartView& view{desk.state.view.cart};
    view.cannot.clear();
    if (!view.member) return;
    const auto& lines = desk.state.cart.lines();
    for (std::size_t at{0}; at < lines.size(); ++at) {
        const CartLine& line{lines[at]};
        if (line.kind == LineKind::return_) continue;
        show_size(*view.member, line.product, view.lines[at]);
        for (const MemberNote& note : desk.state.member_notes) {
            if (note.note_kind != NoteKind::cannot || !is_about(note.about, line.product)) continue;
            if (desk.state.accepted.find({note.note, line.product.sku}) != desk.state.accepted.end()) continue;
            view.cannot.push_back({line.number, note.note, note.about, line.product.sku, line.product.name,
                                   line.product.name_en});
        }
    }
}

Result<void> check_cannot(const Desk& desk)
{
    const auto& cannot = desk.state.view.cart.cannot;
    if (cannot.empty()) return {};
    return refuse("member.cannot", cannot.front().about + " · " + cannot.front().name);
}

bool may_be_suggested(const Desk& desk, const CatalogueItem& goods)
{
    const auto& notes = desk.state.member_notes;
    if (!desk.state.member) return true;
    return std::none_of(notes.begin(), notes.end(), [&](const MemberNote& note) {
        const bool unwanted{note.note_kind == NoteKind::cannot || note.note_kind == NoteKind::dislike};
        return unwanted && is_about(note.about, goods);
    });
}

Result<void> perform(Desk& desk, const AcceptCannot& command)
{
    const auto& cannot = desk.state.view.cart.cannot;
    const auto found = std::find_if(cannot.begin(), cannot.end(), [&](const CannotView& one) {
        return one.note == command.note && one.sku == command.sku;
    });
    if (found == cannot.end()) return refuse("member.nothing_to_accept");
    if (command.reason.empty()) return refuse("member.cannot_needs_reason");

    CannotAccepted accepted;
    accepted.member = desk.state.member->member;
    accepted.note = command.note;
    accepted.sku = command.sku;
    accepted.reason = cut_to(command.reason, reason_bytes_max);
    accepted.store = desk.state.view.shop.store;
    accepted.staff = desk.staff();
    desk.write({std::move(accepted)});
    desk.state.accepted.insert({command.note, command.sku});
    show_fit(desk);
    return {};
}

} // namespace guitai
