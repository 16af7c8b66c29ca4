// The page of promotions: what is in force, what was, a form to bring new ones in,
// and a cart to try them with. Reads only.
#pragma once

#include "sync/office/console/pages.hpp"
#include "sync/office/forms.hpp"

#include <string>

namespace guitai::office {

// The text of the form that somebody chose or pasted; empty where there is none.
[[nodiscard]] std::string draft_in(const Form& asked);

// With what was typed in already, so that nobody types it twice.
[[nodiscard]] PageData promotions_page(const PageMaker& maker, const Form& asked);
// The same with the result of the cart, or what is wrong with it or with the draft.
[[nodiscard]] PageData preview_page(const PageMaker& maker, const Form& asked);

} // namespace guitai::office
