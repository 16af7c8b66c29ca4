#include "sync/office/commands/imports.hpp"

#include "sync/office/promotions.hpp"

#include <fmt/format.h>

namespace guitai::office {

Result<Imported> import_promotions(Office& office, std::string_view bytes)
{
    const auto form = read_promotion_form(std::string{bytes});
    if (!form) return refuse(form.error());
    database::Transaction open{office.connection()};
    const auto accepted = set_promotions(office, open, *form, "guitai-office");
    if (!accepted) return refuse(accepted.error());
    open.commit();
    Imported done;
    done.summary = fmt::format("{} promotions, revision {}: {}", form->book.promotions.size(), form->book.revision,
                               *accepted == Accepted::in_force ? "in force" : "nothing new");
    return done;
}

} // namespace guitai::office
