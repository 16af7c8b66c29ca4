// Who gets the parcel and where: name, phone, and an address from province to
// door, written on the glass or the keyboard. It knows which gap comes first and
// no order.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <array>

namespace guitai::ui {

struct AddressForm {
    enum Part { name, phone, province, city, county, street, parts };

    std::array<TextEntry, parts> entries{TextEntry{}, TextEntry{Accepts::digits, 11}, TextEntry{}, TextEntry{},
                                         TextEntry{}, TextEntry{}};
    int active{name};
    bool with_address{true};
    Recipient last; // Where the last parcel went; empty: not known.
    bool used_last{false};
    // The till knows her phone behind her keys: this much of it is shown, and the till fills in what is left empty.
    std::string hidden_phone;

    void begin(const Recipient& known, const Recipient& last_one, bool address);
    [[nodiscard]] Recipient recipient() const;
    // The first part that is still missing, or `parts`.
    [[nodiscard]] int first_gap() const;
    [[nodiscard]] bool complete() const { return first_gap() == parts; }
};

// Draws the fields into `box`. Moves on by Enter and by finished phone numbers.
void draw_address_form(Scene& scene, AddressForm& form, Rect box);
// The keyboard for the active field, at the bottom of the page. Call it before the form is drawn.
void draw_address_keyboard(Scene& scene, AddressForm& form, const Rect& box);

} // namespace guitai::ui
