/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Registers the panels that every page may name in its `.ui` files. */
void torg_panels_ensure (void);
