#include "terminal/ui/screens/address_form.hpp"

#include "terminal/domain/phone.hpp"
#include "terminal/ui/phrases.hpp"
#include "terminal/ui/screens/regions.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float field_height{52.0F};

struct PartLook {
    std::string_view id, hint;
    const char* icon;
};
constexpr std::array<PartLook, AddressForm::parts> looks{{
    {"address.name", "order.recipient", icon::person},
    {"address.phone", "order.phone", icon::phone},
    {"address.province", "order.province", nullptr},
    {"address.city", "order.city", nullptr},
    {"address.county", "order.county", nullptr},
    {"address.street", "order.street", icon::home},
}};

void make_active(Scene& scene, AddressForm& form, int part)
{
    form.active = part;
    scene.writing.open(part == AddressForm::phone ? KeyLayout::symbols : KeyLayout::letters);
}

void go_on(Scene& scene, AddressForm& form)
{
    const int next{form.first_gap()};
    if (next != AddressForm::parts) make_active(scene, form, next);
}

void draw_part(Scene& scene, AddressForm& form, int part, const Rect& box)
{
    const PartLook& look{looks[static_cast<std::size_t>(part)]};
    TextEntry& entry{form.entries[static_cast<std::size_t>(part)]};
    const bool active{form.active == part};
    const std::size_t before{entry.text().size()};
    // The first gap is outlined once somebody has gone past it.
    const bool passed{form.active > part && form.first_gap() == part};
    const bool hidden{part == AddressForm::phone && !form.hidden_phone.empty()};
    const EntryResult result{entry_field(scene.ui, look.id, box, entry,
                                         {.icon = look.icon,
                                          .hint = hidden ? std::string_view{form.hidden_phone}
                                                         : scene.ui.word(look.hint),
                                          .spelling = active ? std::string_view{scene.writing.spelling}
                                                             : std::string_view{},
                                          .active = active,
                                          .wrong = passed && !active})};
    // Where the ring stands is where the keyboard writes.
    if (result.tapped || (!active && scene.ui.focus.on(look.id))) make_active(scene, form, part);
    const bool phone_done{part == AddressForm::phone && active && result.changed && before < mobile_digits &&
                          entry.text().size() == mobile_digits};
    if (phone_done) go_on(scene, form);
}

void draw_suggestions(Scene& scene, AddressForm& form, Rect row)
{
    TextEntry& entry{form.entries[AddressForm::province]};
    for (const std::string_view province : provinces_like(entry.text())) {
        const float wide{chip_width(scene.canvas(), province) - 8.0F};
        if (wide > row.w) break;
        const Rect at{row.cut_left(wide, gap_s)};
        if (!chip(scene.ui, "address.province/" + std::string{province}, at, province, entry.text() == province))
            continue;
        entry.set(province);
        if (is_city_itself(province)) form.entries[AddressForm::city].set(province);
        make_active(scene, form, is_city_itself(province) ? AddressForm::county : AddressForm::city);
    }
}

void draw_last(Scene& scene, AddressForm& form, const Rect& box)
{
    const std::string text{scene.ui.word("order.last_address", form.last.address)};
    if (!banner(scene.ui, "address.use_last", box, Tone::gold, icon::history, text,
                scene.ui.word("action.use_this")))
        return;
    form.used_last = true;
    if (form.entries[AddressForm::name].empty()) form.entries[AddressForm::name].set(form.last.name);
    if (form.entries[AddressForm::phone].empty()) form.entries[AddressForm::phone].set(form.last.phone);
    for (const int part : {AddressForm::province, AddressForm::city, AddressForm::county})
        form.entries[static_cast<std::size_t>(part)].clear();
    form.entries[AddressForm::street].set(form.last.address);
    form.active = AddressForm::street;
}

} // namespace

void AddressForm::begin(const Recipient& known, const Recipient& last_one, bool address)
{
    *this = {};
    with_address = address;
    last = last_one;
    entries[name].set(known.name);
    if (known.phone.find('*') == std::string::npos) entries[phone].set(known.phone);
    else hidden_phone = phone_masked(known.phone);
    entries[street].set(known.address);
    used_last = !known.address.empty();
    active = std::min(first_gap(), static_cast<int>(street));
    if (!address) active = std::min(active, static_cast<int>(phone));
}

Recipient AddressForm::recipient() const
{
    Recipient who{entries[name].text(), entries[phone].text(), {}};
    if (!with_address) return who;
    for (const int part : {province, city, county, street}) {
        const std::string& text{entries[static_cast<std::size_t>(part)].text()};
        // Beijing is province and city: it is written once.
        if (part == city && text == entries[province].text()) continue;
        const bool latin{!text.empty() && static_cast<unsigned char>(text.front()) < 0x80U};
        if (latin && !who.address.empty()) who.address += ", ";
        who.address += text;
    }
    return who;
}

int AddressForm::first_gap() const
{
    if (entries[name].empty()) return name;
    const bool known{entries[phone].empty() && !hidden_phone.empty()};
    if (!known && entries[phone].text().size() < mobile_digits) return phone;
    if (!with_address) return parts;
    // A whole address taken over stands in the last field; the pickers are then not asked for again.
    if (!used_last) {
        for (const int part : {province, city, county}) {
            if (entries[static_cast<std::size_t>(part)].empty()) return part;
        }
    }
    return entries[street].empty() ? street : parts;
}

void draw_address_form(Scene& scene, AddressForm& form, Rect box)
{
    if (!form.complete() && scene.ui.reachable() && !scene.ui.focus.visible() && scene.ui.keys.take(Key::enter))
        go_on(scene, form);
    Rect row{box.cut_top(field_height, gap_tile)};
    draw_part(scene, form, AddressForm::name, row.cut_left(row.w * 0.42F, gap_tile));
    draw_part(scene, form, AddressForm::phone, row);
    if (!form.with_address) return;
    const Rect pickers{box.cut_top(field_height, gap_tile)};
    for (int i{0}; i < 3; ++i) draw_part(scene, form, AddressForm::province + i, pickers.cell(i, 3, 0, 1, gap_s));
    if (form.active == AddressForm::province) draw_suggestions(scene, form, box.cut_top(48.0F, gap_tile));
    draw_part(scene, form, AddressForm::street, box.cut_top(field_height, gap_tile));
    if (!form.last.address.empty() && !form.used_last && box.h >= 48.0F)
        draw_last(scene, form, box.cut_top(std::min(52.0F, box.h)));
}

void draw_address_keyboard(Scene& scene, AddressForm& form, const Rect& box)
{
    TextEntry& entry{form.entries[static_cast<std::size_t>(form.active)]};
    const std::size_t before{entry.text().size()};
    const Wrote wrote{write_on_glass(scene.ui, scene.writing, box, entry)};
    const bool phone{form.active == AddressForm::phone};
    const bool phone_done{phone && before < mobile_digits && entry.text().size() == mobile_digits};
    if (wrote == Wrote::done || phone_done) go_on(scene, form);
}

} // namespace guitai::ui
